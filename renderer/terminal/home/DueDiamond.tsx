import styles from "./Cards.module.css";

/** Something a person must do: filled when it is next, outlined when it comes later. */
export function DueDiamond({ due }: { readonly due: boolean }) {
  return (
    <svg
      className={styles.diamond}
      width="22"
      height="22"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M12 3l9 9-9 9-9-9z"
        fill={due ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="2"
      />
    </svg>
  );
}
