import { isKnownType } from "../../shared/domain/event.ts";
import { eventVersion } from "../../shared/domain/event-versions.ts";

/** @returns the newest version of an event type that this MES applies; undefined when it does not know the type */
export type Vocabulary = (type: string) => number | undefined;

export const currentVocabulary: Vocabulary = (type) => (isKnownType(type) ? eventVersion(type) : undefined);
