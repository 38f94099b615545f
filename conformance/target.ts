// The only place where Python versions are compared, such as the target that an implementation sets out to be.

/** The newest Python that the suite knows. */
export const newestTarget = '3.14';

/** Below zero where `a` is the older, by numbers and not by letters: 3.9 is before 3.10. Patch levels do not count. */
export function compareTargets(a: string, b: string): number {
  const [aMajor, aMinor] = numbers(a);
  const [bMajor, bMinor] = numbers(b);
  return aMajor - bMajor || aMinor - bMinor;
}

/** Whether it reads as a target: `3.7`, `3.14`. */
export function isTarget(text: string): boolean {
  return /^3\.\d{1,2}$/.test(text);
}

function numbers(target: string): [number, number] {
  const [major = '', minor = ''] = target.split('.');
  return [Number.parseInt(major, 10) || 0, Number.parseInt(minor, 10) || 0];
}
