import { type LabelShape, type LabelSize, labelShapes } from "../../../shared/screen/label/label-layout.ts";
import type { LabelView } from "../../../shared/screen/label/label-view.ts";
import styles from "./LabelDrawing.module.css";

interface LabelDrawingProps {
  readonly label: LabelView;
  readonly size: LabelSize;
  /** For who cannot see it. */
  readonly words: string;
}

/** The label as it is printed, small; the words beside it say what matters at this size. */
export function LabelDrawing({ label, size, words }: LabelDrawingProps) {
  const { widthMm, heightMm } = size;
  return (
    <svg className={styles.label} viewBox={`0 0 ${widthMm} ${heightMm}`} role="img" aria-label={words}>
      {labelShapes(label, size).map((shape, index) => (
        <Shape key={keyOf(shape, index)} shape={shape} />
      ))}
    </svg>
  );
}

function keyOf(shape: LabelShape, index: number): string {
  return `${index} ${shape.xMm} ${shape.yMm}`;
}

function Shape({ shape }: { readonly shape: LabelShape }) {
  const { xMm, yMm } = shape;
  if (shape.kind === "box") return <rect x={xMm} y={yMm} width={shape.widthMm} height={shape.heightMm} />;
  return (
    <text
      x={xMm}
      y={yMm}
      fontSize={shape.sizeMm}
      fontWeight={shape.bold ? 700 : 400}
      textAnchor={shape.middle ? "middle" : "start"}
    >
      {shape.text}
    </text>
  );
}
