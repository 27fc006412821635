import { problemSchema } from "../../shared/protocol/messages.ts";
import { jsonSchema } from "./json-schema.ts";

const problem = jsonSchema(problemSchema);

/** The refusals that any route may answer with, for the schema of its responses. */
export const problemResponses = { "4xx": problem, "5xx": problem };
