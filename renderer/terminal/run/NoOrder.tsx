import { IconListNumbers } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { EmptyScreen } from "../frame/EmptyScreen.tsx";
import { useText } from "../text/use-text.ts";

export function NoOrder() {
  const { go } = useScreen();
  const t = useText();
  return (
    <EmptyScreen
      heading={t("run.no-order-title")}
      note={t("run.no-order-note")}
      keyWord={t("key.all-orders")}
      keyIcon={<IconListNumbers size={36} aria-hidden="true" />}
      onPress={() => go("orders")}
    />
  );
}
