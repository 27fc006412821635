import { IconFlag, IconPlayerPause, IconPlayerPlayFilled } from "@tabler/icons-react";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { HoldKey } from "../../ui/HoldKey.tsx";
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

/** Pause or resume, and finish. Finishing short cannot be taken back here, so it is held. */
export function OrderKeys({ order, primary }: OrderKeysProps) {
  const { open, go } = useScreen();
  const t = useText();
  const resume = useCommand("orders.resume");
  const finish = useCommand("orders.finish");
  const left = order.planned - order.good;
  const end = async () => {
    const answer = await finish.run({});
    if (answer?.ok === true) go("orders");
  };
  const flag = <IconFlag size={36} aria-hidden="true" />;
  const tall = standsInLastRow(primary) ? styles.tall : undefined;
  return (
    <div className={styles.keys}>
      {order.state === "paused" ? (
        <Key
          className={tall}
          primary={primary === "resume"}
          icon={<IconPlayerPlayFilled size={36} aria-hidden="true" />}
          onPress={() => void resume.run({})}
        >
          {t("key.resume")}
        </Key>
      ) : (
        <Key
          className={tall}
          icon={<IconPlayerPause size={36} aria-hidden="true" />}
          onPress={() => open({ kind: "pause" })}
        >
          {t("key.pause")}
        </Key>
      )}
      {left > 0 ? (
        <HoldKey
          className={tall}
          icon={flag}
          note={t("key.finish-hold", { count: left })}
          onHeld={() => void end()}
        >
          {t("key.finish-short")}
        </HoldKey>
      ) : (
        <Key className={tall} primary={primary === "finish"} icon={flag} onPress={() => void end()}>
          {t("key.finish")}
        </Key>
      )}
    </div>
  );
}
