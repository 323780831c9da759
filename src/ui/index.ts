export * from './brand.ts';
export * from './button.tsx';
export * from './icons.tsx';
export * from './late.tsx';
export * from './page.tsx';
export * from './use-hydrated.ts';
export * from './use-now.ts';
export * from './use-pull.ts';
