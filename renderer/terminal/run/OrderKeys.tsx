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

/** How the order goes on, and how it ends. */
export function OrderKeys({ order, primary }: OrderKeysProps) {
  return (
    <div className={styles.keys}>
      <GoOnKey order={order} primary={primary} />
      <EndKey order={order} primary={primary} />
    </div>
  );
}

const tallIn = (primary: RunPrimary): string | undefined =>
  standsInLastRow(primary) ? styles.tall : undefined;

function GoOnKey({ order, primary }: OrderKeysProps) {
  const { open } = useScreen();
  const t = useText();
  const resume = useCommand("orders.resume");
  const beginRun = useCommand("orders.beginRun");
  const play = <IconPlayerPlayFilled size={36} aria-hidden="true" />;
  const pause = <IconPlayerPause size={36} aria-hidden="true" />;
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
      <Key className={className} icon={pause} onPress={() => open({ kind: "pause" })}>
        {t("key.pause")}
      </Key>
    );
  }
  const isSetUp = order.state === "setting-up";
  return (
    <Key
      className={className}
      primary={primary === "resume" || primary === "begin-run"}
      icon={play}
      onPress={() => void (isSetUp ? beginRun.run({}) : resume.run({}))}
    >
      {t(isSetUp ? "key.begin-run" : "key.resume")}
    </Key>
  );
}

/** With pieces missing it takes a reason, which a sheet asks for; what the planner stopped is only closed. */
function EndKey({ order, primary }: OrderKeysProps) {
  const { open, go } = useScreen();
  const t = useText();
  const finish = useCommand("orders.finish");
  const missing = order.planned - order.good;
  const isStopped = order.hold !== null && !order.hold.isLifted && order.hold.cause !== "hold";
  const end = async () => {
    const answer = await finish.run({});
    if (answer?.ok === true) go("orders");
  };
  const className = tallIn(primary);
  const flag = <IconFlag size={36} aria-hidden="true" />;
  if (missing <= 0 || isStopped) {
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
      note={t("key.see-missing", { count: missing })}
      onPress={() => open({ kind: "finish-short" })}
    >
      {t("key.finish-short")}
    </Key>
  );
}
