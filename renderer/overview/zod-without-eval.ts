import { z } from "zod";

// zod compiles object schemas with `new Function`. The pages run under a policy without unsafe-eval, where the mere
// attempt is reported as a violation, so this module is imported before any schema is used.
z.config({ jitless: true });
