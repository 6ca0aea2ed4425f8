// Property tests draw the same cases at every run, so that a red run means a change and not luck. SEED draws others.
const fc = require("fast-check");

fc.configureGlobal({ seed: Number(process.env.SEED ?? 2021) });
