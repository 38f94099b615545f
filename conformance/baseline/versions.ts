// The only place that reads conditions on versions, such as `>=3.10, <3.14`.

/** Whether a version meets all parts of the condition. Numbers are compared as numbers; a missing one is 0. */
export function meets(version: string, condition: string): boolean {
  return condition.split(',').every((part) => {
    const [, sign = '=', bound = ''] = /^ *(<=|>=|<|>|=)(.*)$/u.exec(part) ?? [];
    const order = compare(version, bound);
    switch (sign) {
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      case '>=':
        return order >= 0;
      default:
        return order === 0;
    }
  });
}

function compare(one: string, other: string): number {
  const [a, b] = [numbers(one), numbers(other)];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const numbers = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);
