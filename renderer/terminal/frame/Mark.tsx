/** Takt: the four beats of a bar. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="0" width="3" height="24" />
      <rect x="7" y="12" width="3" height="12" />
      <rect x="14" y="5" width="3" height="19" />
      <rect x="21" y="12" width="3" height="12" />
    </svg>
  );
}
