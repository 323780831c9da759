export * from './late-banners.ts';
export * from './problem-message.ts';
export * from './problem-notice.tsx';
export * from './rate-limit.ts';
export * from './retry-button.tsx';
export * from './support-links.tsx';
export * from './toasts.ts';
export * from './trouble.ts';
