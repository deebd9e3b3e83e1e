const LEAST = [22, 18] as const;

/** What is wrong with this version of Node, in a sentence; null when it serves. */
export function nodeProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const serves = major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
  if (serves) return null;
  return `StrideIQ Plans needs Node ${LEAST.join(".")} or newer (24 is best), and this is Node ${version}. Install a current Node and run the same command again.`;
}
