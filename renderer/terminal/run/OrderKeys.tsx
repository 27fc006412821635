import { IconFlag, IconPlayerPause, IconPlayerPlayFilled, IconUrgent } from "@tabler/icons-react";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./OrderKeys.module.css";
import { type RunPrimary, standsInLastRow } from "./run-primary.ts";

interface OrderKeysProps {
  readonly order: ActiveOrderView;
  readonly primary: RunPrimary;
}

interface KeyOfRowProps extends OrderKeysProps {
  /** Three keys in the row: words alone. */
  readonly narrow: boolean;
}

/** How the order goes on, and how it ends; where several run together, how all of them do. */
export function OrderKeys({ order, primary }: OrderKeysProps) {
  const hasAll = order.together > 1 && (order.hold === null || order.hold.isLifted);
  return (
    <div className={styles.keys} data-keys={hasAll ? 3 : 2}>
      {hasAll && <AllKey order={order} primary={primary} />}
      <GoOnKey order={order} primary={primary} narrow={hasAll} />
      <EndKey order={order} primary={primary} narrow={hasAll} />
    </div>
  );
}

/** One key for all orders that run together here, and the same one to bring them back. */
function AllKey({ order, primary }: OrderKeysProps) {
  const { open } = useScreen();
  const t = useText();
  const resume = useCommand("orders.resume");
  const className = tallIn(primary);
  if (order.state === "running" || order.state === "setting-up") {
    return (
      <Key className={className} onPress={() => open({ kind: "pause", all: true })}>
        {t("key.pause-all", { count: order.together })}
      </Key>
    );
  }
  return (
    <Key className={className} primary={primary === "resume"} onPress={() => void resume.run({ all: true })}>
      {t("key.resume-all", { count: order.together })}
    </Key>
  );
}

const tallIn = (primary: RunPrimary): string | undefined =>
  standsInLastRow(primary) ? styles.tall : undefined;

function GoOnKey({ order, primary, narrow }: KeyOfRowProps) {
  const { open } = useScreen();
  const t = useText();
  const resume = useCommand("orders.resume");
  const beginRun = useCommand("orders.beginRun");
  const play = !narrow && <IconPlayerPlayFilled size={36} aria-hidden="true" />;
  const pause = !narrow && <IconPlayerPause size={36} aria-hidden="true" />;
  const lead = <IconUrgent size={36} aria-hidden="true" />;
  const isStopped = order.hold !== null && !order.hold.isLifted;
  const className = tallIn(primary);
  if (isStopped) {
    return (
      <Key
        className={className}
        primary={primary === "lead"}
        icon={lead}
        onPress={() => open({ kind: "help" })}
      >
        {t("verdict.call-lead")}
      </Key>
    );
  }
  if (order.state === "running") {
    return (
      <Key className={className} icon={pause} onPress={() => open({ kind: "pause", all: false })}>
        {t("key.pause")}
      </Key>
    );
  }
  const isSetUp = order.state === "setting-up";
  return (
    <Key
      className={className}
      primary={(primary === "resume" && order.together === 1) || primary === "begin-run"}
      icon={play}
      onPress={() => void (isSetUp ? beginRun.run({}) : resume.run({}))}
    >
      {t(isSetUp ? "key.begin-run" : "key.resume")}
    </Key>
  );
}

/** With pieces missing it takes a reason, which a sheet asks for; what the planner stopped is only closed. */
function EndKey({ order, primary, narrow }: KeyOfRowProps) {
  const { open, go } = useScreen();
  const t = useText();
  const finish = useCommand("orders.finish");
  const isStopped = order.hold !== null && !order.hold.isLifted && order.hold.cause !== "hold";
  const end = async () => {
    const answer = await finish.run({});
    if (answer?.ok === true) go("orders");
  };
  const className = tallIn(primary);
  const flag = !narrow && <IconFlag size={36} aria-hidden="true" />;
  if (order.remaining === 0 || isStopped) {
    return (
      <Key className={className} primary={primary === "finish"} icon={flag} onPress={() => void end()}>
        {t(isStopped ? "key.close-order" : "key.finish")}
      </Key>
    );
  }
  return (
    <Key
      className={className}
      icon={flag}
      note={narrow ? undefined : t("key.see-missing", { count: order.remaining })}
      onPress={() => open({ kind: "finish-short" })}
    >
      {t("key.finish-short")}
    </Key>
  );
}
