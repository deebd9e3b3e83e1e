/** What all runs together say. */
export const fitnessMessages = {
  title: "Fitness and fatigue",
  fitness: "Fitness",
  fatigue: "Fatigue",
  form: "Form",
  day: "Day",
  span: "How far back",
  spans: { "90": "3 months", "180": "6 months", "730": "2 years" },
  formLead: "With form above nought you are fresher than your training is used to, below it more tired.",
  formSettling: "There are too few weeks yet to say how fresh you are.",
  settling: "On the grey part too little lies before: take it for a guess.",
  about: "What these numbers are",
  explained:
    "An hour at your threshold is a load of 100; the pale bars are the load of each day. Fitness is what of it lasts for about six weeks, fatigue for about one, and form is yesterday's fitness less yesterday's fatigue. They are there to be looked at: no plan is made from them.",
  table: "Fitness and fatigue by week",
  picture: (first: number, last: number) =>
    `Fitness from ${String(first)} to ${String(last)}, with fatigue and the load of each day; the table below says the same by week.`,
} as const;
