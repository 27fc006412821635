import { FormattedMessage, useIntl } from "react-intl";
import { DEEPEST_TREE } from "../../../../shared/domain/genealogy/grow-tree.ts";
import { treeDirections } from "../../../../shared/protocol/tree-page.ts";
import type { TraceLook, TraceRoute } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { TraceSearch } from "./TraceSearch.tsx";
import styles from "./TraceView.module.css";

interface TraceBarProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
}

/** What is traced, and how it is looked at: which way, how far, as a tree or as tables. */
export function TraceBar({ shell, route }: TraceBarProps) {
  const intl = useIntl();
  const { look, subject } = route;
  const show = (change: Partial<TraceLook>): void =>
    shell.navigate({ ...route, look: { ...look, node: null, ...change } });
  return (
    <div className={styles.bars}>
      <TraceSearch navigate={shell.navigate} subject={subject} />
      {subject !== null && !look.isList && (
        <>
          <fieldset className={styles.keys} aria-label={intl.formatMessage({ id: "tree.direction" })}>
            {treeDirections.map((one) => (
              <button
                key={one}
                type="button"
                className={styles.key}
                aria-pressed={look.direction === one}
                onClick={() => show({ direction: one })}
              >
                <FormattedMessage id={`tree.direction.${one}`} />
              </button>
            ))}
          </fieldset>
          <label className={styles.depth}>
            <FormattedMessage id="tree.depth" />
            <select value={look.depth} onChange={(event) => show({ depth: Number(event.target.value) })}>
              {Array.from({ length: DEEPEST_TREE }, (_, index) => index + 1).map((depth) => (
                <option key={depth} value={depth}>
                  {depth}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {subject !== null && (
        <button type="button" className={styles.key} onClick={() => show({ isList: !look.isList })}>
          <FormattedMessage id={look.isList ? "tree.asTree" : "tree.asList"} />
        </button>
      )}
      {subject !== null && !look.isList && (
        <p className={styles.sides}>
          <FormattedMessage id="tree.sides" />
        </p>
      )}
    </div>
  );
}
