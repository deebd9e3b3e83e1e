/** Raised with every change that can change a plan. */
export const ENGINE_VERSION = "1.0.0";
