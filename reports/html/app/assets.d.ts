// The only place that tells the compiler of what the bundler takes besides scripts.

declare module '*.css';
