/** What is agreed to. Another text is another consent, and needs a day of its own. */
export const healthConsent = {
  day: "2026-11-24",
  text: "I agree that what I tell about my health is kept with my data on the server: the answer to the health question, and illness, pain or warning signs that I tell a plan. No coach is shown it. It is in the file I download. I can withdraw this under Account at any time; then it is removed, and my plans stay as easy as they are.",
  without: "You need not agree. The plan becomes just as easy at once, and keeps no reason why.",
} as const;
