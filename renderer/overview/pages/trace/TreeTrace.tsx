import type { z } from "zod";
import { type TreePage, treePageSchema } from "../../../../shared/protocol/tree-page.ts";
import { genealogyTreePath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import type { TraceLook, TraceRoute, TraceSubject } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { AffectedBar } from "./AffectedBar.tsx";
import { NodePanel } from "./NodePanel.tsx";
import { TracePage } from "./TracePage.tsx";
import { TreeCanvas } from "./TreeCanvas.tsx";
import styles from "./TreeTrace.module.css";

const POLL_MS = 10_000;
const TREE: z.ZodType<TreePage> = treePageSchema;

interface TreeTraceProps {
  readonly shell: Shell;
  readonly route: TraceRoute;
  readonly subject: TraceSubject;
}

/** Left what went in, right where it went; beside it all that is known of one node, below it what is affected. */
export function TreeTrace({ shell, route, subject }: TreeTraceProps) {
  const { look } = route;
  const source = usePolled(genealogyTreePath(subject, look), TREE, POLL_MS);
  const show = (change: Partial<TraceLook>): void =>
    shell.navigate({ ...route, look: { ...look, ...change } }, "replace");
  return (
    <TracePage shell={shell} route={route} subject={subject} source={source} height="fixed">
      {(tree) => {
        const node = tree.nodes.find(({ key }) => key === look.node) ?? rootOf(tree);
        return (
          <>
            <div className={styles.work}>
              <TreeCanvas
                tree={tree}
                chosen={node?.key ?? tree.root}
                choose={(key) => show({ node: key === tree.root ? null : key })}
              />
              {node !== undefined && (
                <NodePanel key={node.key} node={node} tree={tree} navigate={shell.navigate} />
              )}
            </div>
            <AffectedBar tree={tree} subject={subject} />
          </>
        );
      }}
    </TracePage>
  );
}

function rootOf({ nodes, root }: TreePage): TreePage["nodes"][number] | undefined {
  return nodes.find(({ key }) => key === root);
}
