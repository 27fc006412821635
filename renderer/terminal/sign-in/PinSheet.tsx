import { IconLogin2 } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { draftView } from "../pad/draft-view.ts";
import { Pad } from "../pad/Pad.tsx";
import { readPadDraft } from "../pad/pad-draft.ts";
import { padTextAfter } from "../pad/pad-text.ts";
import { useText } from "../text/use-text.ts";
import { PersonCard } from "./PersonCard.tsx";
import styles from "./PinSheet.module.css";

const PIN = { shortest: 4, longest: 6 };

/** The PIN of one person. It is never stored, not even for a reload. */
export function PinSheet({ personId }: { readonly personId: string }) {
  const { model, closeSheet, go, open } = useScreen();
  const t = useText();
  const nowMs = useNowMs();
  const [pin, setPin] = useState("");
  useEffect(() => () => setPin(""), []); // the glance screen keeps this one: nobody finds half a PIN on it
  const signIn = useCommand("session.signInWithPin");
  const person = model.people.known.find((known) => known.personId === personId);
  const isHere = model.people.signedIn.some((here) => here.personId === personId);
  const isLocked = person?.pinLocked === true;
  const pausedUntil = model.people.pinPausedUntilUtc;
  const pausedS = pausedUntil === null ? 0 : Math.max(0, Math.ceil((Date.parse(pausedUntil) - nowMs) / 1000));
  const submit = async () => {
    const answer = await signIn.run({ personId, pin });
    setPin("");
    if (answer?.ok === true) goOn();
  };
  /** Whose rights had ended finds again what was typed before. */
  const goOn = () => {
    const draft = isHere ? readPadDraft(sessionStorage) : null;
    if (draft === null) return go("home");
    const { route, sheet } = draftView(draft);
    go(route);
    open(sheet);
  };
  return (
    <div className={styles.sheet}>
      <Pad
        label={t("sign-in.pin", { name: person?.name ?? "" })}
        hint={hint()}
        warning={isLocked || pausedS > 0}
        shown={"•".repeat(pin.length)}
        spoken={t("sign-in.pin-digits", { count: pin.length })}
        separator={null}
        submitWord={t("sign-in.go")}
        submitIcon={<IconLogin2 size={48} aria-hidden="true" />}
        submitDisabled={pin.length < PIN.shortest || isLocked || pausedS > 0}
        onPress={(press) =>
          setPin((text) => padTextAfter(text, press, { longest: PIN.longest, decimals: true }))
        }
        onSubmit={() => void submit()}
        onClose={closeSheet}
      />
      <PersonCard person={person} />
    </div>
  );

  function hint(): string {
    if (isLocked) return t("sign-in.pin-locked");
    return pausedS > 0 ? t("sign-in.pin-paused", { seconds: pausedS }) : t("sign-in.pin-note");
  }
}
