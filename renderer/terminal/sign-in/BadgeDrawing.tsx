/** A badge under the light of a hand scanner. */
export function BadgeDrawing() {
  return (
    <svg
      viewBox="0 0 256 190"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <g transform="rotate(-8 82 120)">
        <rect x="12" y="76" width="140" height="92" rx="8" />
        <rect x="26" y="92" width="38" height="46" rx="4" />
        <circle cx="45" cy="108" r="7" />
        <path d="M33 134c1-9 6-13 12-13s11 4 12 13" />
        <path d="M78 96h52M78 110h34" />
        <path
          d="M78 128v26M84 128v26M92 128v26M96 128v26M104 128v26M112 128v26M116 128v26M124 128v26M132 128v26"
          strokeWidth="3"
        />
      </g>
      <path d="M196 24l38 14c5 2 8 8 6 13l-4 12c-2 5-8 8-13 6l-11-4-16 44c-2 5-8 8-13 6l-6-2c-5-2-8-8-6-13l17-48-6-2c-4-1-6-6-5-10l4-10c2-5 9-8 15-6z" />
      <path d="M168 52L128 116M174 66l-24 62" strokeDasharray="1 9" strokeWidth="4" />
    </svg>
  );
}
