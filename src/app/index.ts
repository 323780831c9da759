export { CrashedPage } from './error-boundary.tsx';
export { Loading } from './layout.tsx';
export { preloadAll } from './pages.ts';
export { PlatformProvider } from './platform-provider.tsx';
export { start } from './start.tsx';
