const SENTENCES = {
  same_to_the_byte: "Made again with its own rules and plugins, it is the same to the byte.",
  changed_since:
    "This is what was stored: it was changed to fit a runner's days, and is not made again from its wish alone.",
  other_engine: "This is what was stored: it was made by another version of the engine.",
  configuration_gone: "This is what was stored: its rules are not here any more, or cannot be read.",
  plugins_gone: "This is what was stored: it was made with plugins, or versions of them, that are not here.",
  came_out_otherwise:
    "This is what was stored: made again it came out otherwise, though everything has the same name.",
} as const;

/** Whether a plan can be made again as it was, in a sentence. */
export const explainRemake = (because: keyof typeof SENTENCES): string => SENTENCES[because];
