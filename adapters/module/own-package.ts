// The only place that lets a user's module import the package that judges it, where nobody has installed it beside the module.

import { register } from 'node:module';

/** From here on `taskspec` is this package to all who find no other; what is installed beside a module comes first. */
export function offerOwnPackage(entry: URL): void {
  const hooks = `export async function resolve(name, context, next) {
    try {
      return await next(name, context);
    } catch (error) {
      if (name !== 'taskspec') throw error;
      return next(${JSON.stringify(entry.href)}, context);
    }
  }`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
