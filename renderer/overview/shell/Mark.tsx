/** Four bars: the beats of a 4/4 bar, the first one stressed. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <g fill="currentColor">
        <rect x="0" y="0" width="2.5" height="20" rx="1" />
        <rect x="5.8" y="9" width="2.5" height="11" rx="1" />
        <rect x="11.6" y="5" width="2.5" height="15" rx="1" />
        <rect x="17.4" y="9" width="2.5" height="11" rx="1" />
      </g>
    </svg>
  );
}
