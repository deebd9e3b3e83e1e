/** What every page has around it. */
export const shellMessages = {
  brand: "StrideIQ Plans",
  newPlan: "New plan",
  units: { legend: "Units", km: "Kilometres, km", mi: "Miles, mi" },
  theme: { legend: "Appearance", light: "Light", system: "As the system", dark: "Dark" },

  problems: {
    offline: "The server does not answer.",
    offlineDetail: "Your wish is kept. Check that it is running, then try again.",
    unknown: "Something went wrong.",
    unknownDetail: "Please try again.",
  },
} as const;
