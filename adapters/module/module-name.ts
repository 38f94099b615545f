// The only place that knows a user's module by its name; by itself, as every call of the command asks.

/** Whether a name of an implementation is that of a module: a path, and what Node can load. */
export const isModuleName = (name: string): boolean => /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\]).*\.[cm]?[jt]s$/su.test(name);
