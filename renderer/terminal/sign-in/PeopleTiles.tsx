import { IconUsers } from "@tabler/icons-react";
import type { PersonTile } from "../../../shared/screen/people-view.ts";
import { useScreen } from "../app/screen-context.ts";
import { pageOf } from "../frame/paging.ts";
import { dueLine, lastHere } from "../text/due-words.ts";
import type { Text } from "../text/use-text.ts";
import { useWording } from "../text/wording.ts";
import styles from "./PeopleTiles.module.css";
import { PersonTileKey } from "./PersonTileKey.tsx";

const TILES = 9;

interface PeopleTilesProps {
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** The names of this station, last here first; the ninth place is for more names when there are any. */
export function PeopleTiles({ page, onPage }: PeopleTilesProps) {
  const { model, open } = useScreen();
  const wording = useWording();
  const { t, time, nowMs } = wording;
  const { known, signedIn, listOfUtc } = model.people;
  if (known.length === 0) return <p className={styles.none}>{t("sign-in.no-people")}</p>;
  const paged = known.length > TILES;
  const shown = pageOf(known, page, paged ? TILES - 1 : TILES);
  const when = (person: PersonTile) => {
    if (signedIn.some(({ personId }) => personId === person.personId)) return t("sign-in.here");
    return person.lastHereUtc === null ? null : lastHere(person.lastHereUtc, wording);
  };
  const listWords =
    listOfUtc === null ? undefined : t("sign-in.list-of", { time: dueLine(listOfUtc, nowMs, time) });
  return (
    <div className={styles.tiles}>
      {shown.items.map((person) => (
        <PersonTileKey
          key={person.personId}
          picture={person.initials}
          name={person.name}
          note={personNote(person, when(person), t)}
          onPress={() => open({ kind: "pin", personId: person.personId })}
        />
      ))}
      {paged && (
        <PersonTileKey
          picture={<IconUsers size={32} aria-hidden="true" />}
          name={t("sign-in.more-names")}
          note={listWords}
          onPress={() => onPage(shown.page === shown.pages ? 1 : shown.page + 1)}
        />
      )}
    </div>
  );
}

function personNote(person: PersonTile, when: string | null, t: Text): string {
  const role = t(`role.${person.role}`);
  return when === null ? role : t("sign-in.person-note", { role, when });
}
