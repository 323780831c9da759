import { createRoot, type Root } from 'react-dom/client';
import { toast as show, Toaster } from 'sonner';
import type { Toast } from './toasts.ts';

let root: Root | null = null;

/** Shows a toast in a root of its own, so that it outlives the page it was raised on. The id keeps one cause at one toast. */
export function mountToaster({ cause, title, next }: Toast): void {
  if (!root) {
    const host = document.createElement('div');
    document.body.append(host);
    root = createRoot(host);
    root.render(<Toaster position="top-center" theme="system" closeButton toastOptions={{ duration: 8_000 }} />);
  }
  show(title, { id: cause, description: next });
}
