export { openReadingThread } from "./analysed/read-in-thread.ts";
export * from "./limits.ts";
export { readActivityFile } from "./one/read-activity-file.ts";
export type { Content } from "./packed/open-zip.ts";
export { readFiles } from "./read-files.ts";
export type { FileReport, FileSource } from "./report.ts";
