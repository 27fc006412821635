import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { useWording } from "../text/wording.ts";
import { HeaderKey } from "./HeaderKey.tsx";
import { syncWords } from "./sync-words.ts";

const icons = {
  "up-to-date": IconCloudCheck,
  "saved-here": IconCloudOff,
  sending: IconCloudUp,
  "needs-someone": IconAlertTriangle,
};

export function SyncKey() {
  const { model, open } = useScreen();
  const words = syncWords(model.sync, useWording());
  const Icon = icons[model.sync.state];
  return (
    <HeaderKey
      icon={<Icon size={32} aria-hidden="true" />}
      title={words.title}
      note={words.note}
      state={words.loud ? "waiting" : undefined}
      onPress={() => open({ kind: "outbox" })}
      testId="sync-key"
    />
  );
}
