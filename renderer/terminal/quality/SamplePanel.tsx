import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { Panel } from "../../ui/Panel.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./SamplePanel.module.css";
import { sampleFigures } from "./sample-figures.ts";

/** How this sample stands; a value outside takes the panel over and says what to do. */
export function SamplePanel({ check }: { readonly check: CheckView }) {
  const outside = outsidePiece(check);
  return outside === undefined ? <Standing check={check} /> : <Outside check={check} piece={outside} />;
}

/** Beside the pad there is room for both: what is wrong, and how the sample stands. */
export function RoomySamplePanel({ check }: { readonly check: CheckView }) {
  const outside = outsidePiece(check);
  return (
    <>
      {outside !== undefined && <Outside check={check} piece={outside} />}
      <Standing check={check} />
    </>
  );
}

function outsidePiece(check: CheckView): CheckView["pieces"][number] | undefined {
  return check.pieces.findLast((piece) => piece.result !== "inside");
}

function Standing({ check }: { readonly check: CheckView }) {
  const t = useText();
  const number = useNumber();
  const figures = sampleFigures(check.pieces);
  const digits = check.decimals;
  const due = check.dueInPieces <= 0;
  return (
    <Panel
      className={styles.panel}
      title={t("check.sample", { number: check.sample })}
      aside={t("check.measured", { count: check.pieces.length, size: check.sampleSize })}
    >
      <dl className={styles.figures}>
        <dt>{t("check.mean")}</dt>
        <dd>{figures === null ? "–" : number.fixed(figures.mean, digits)}</dd>
        <dt>{t("check.range")}</dt>
        <dd>{figures === null ? "–" : number.fixed(figures.range, digits)}</dd>
        <dt>{t("check.next-due")}</dt>
        <dd className={styles.due}>
          {due ? t("home.check-now") : t("home.check-in", { count: check.dueInPieces })}
        </dd>
      </dl>
    </Panel>
  );
}

interface OutsideProps {
  readonly check: CheckView;
  readonly piece: CheckView["pieces"][number];
}

function Outside({ check, piece }: OutsideProps) {
  const t = useText();
  const number = useNumber();
  const above = piece.result === "above";
  return (
    <section className={styles.outside} data-state="stopped" role="alert">
      <p className={styles.head}>
        <StateShape state="stopped" size={40} />
        {t("check.outside-title", { piece: piece.piece })}
      </p>
      <p className={styles.value}>
        {t(above ? "check.outside-above" : "check.outside-below", {
          value: number.decimal(piece.text),
          limit: number.decimal(above ? check.upperLimit : check.lowerLimit),
          unit: check.unit,
        })}
      </p>
      <p>{t("check.outside-do")}</p>
    </section>
  );
}
