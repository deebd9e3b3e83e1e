/** Whether an address belongs to the API, where everybody is guarded and counted; the page's own files are not. */
export const isApiUrl = (url: string | undefined): boolean =>
  url !== undefined && (url.startsWith("/v1/") || url.startsWith("/ofrep/"));
