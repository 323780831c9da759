import './toaster.css';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useSignedInMessages } from '#i18n';
import { type Platform, yieldToMain } from '#platform';
import { CrossIcon } from '#ui';
import type { Toast } from './toast.ts';
import { createToastList, type ToastList } from './toast-list.ts';

/** Long enough to read two sentences twice. Ms. */
const SHOWN_MS = 8_000;

const toasts = createToastList();
let root: Root | null = null;

/** Shows a toast in a root of its own, so that it outlives the page it was raised on. */
export function mountToaster(platform: Platform, toast: Toast): void {
  if (!root) {
    const host = document.createElement('div');
    document.body.append(host);
    root = createRoot(host);
    root.render(<Toaster toasts={toasts} platform={platform} />);
  }
  // What is put into a live region is read out; what comes together with one is not.
  void yieldToMain(platform.clock).then(() => toasts.add(toast));
}

type ToasterPlatform = Pick<Platform, 'clock' | 'focus'>;

/** The place where toasts are said. They go by themselves, and wait while somebody is at them (WCAG 2.2.1). */
export function Toaster({ toasts, platform }: { readonly toasts: ToastList; readonly platform: ToasterPlatform }) {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.list);
  const [isHeld, setHeld] = useState(false);
  const hold = () => setHeld(true);
  const letGo = () => setHeld(false);
  return (
    <div className="toasts" role="status" onPointerEnter={hold} onPointerLeave={letGo} onFocus={hold} onBlur={letGo}>
      {shown.map((toast) => (
        <Said
          key={toast.nth}
          toast={toast}
          isHeld={isHeld}
          clock={platform.clock}
          onEnd={() => toasts.remove(toast.cause)}
          onDismiss={() => {
            letGo();
            toasts.remove(toast.cause);
            focusPage(platform);
          }}
        />
      ))}
    </div>
  );
}

type SaidProps = {
  readonly toast: Toast;
  readonly isHeld: boolean;
  readonly clock: Platform['clock'];
  readonly onEnd: () => void;
  readonly onDismiss: () => void;
};

/** The button that had it is gone, and with it whatever would have told of that. */
function focusPage({ focus }: ToasterPlatform) {
  focus(document.querySelector<HTMLElement>('#content h1'), { preventScroll: true });
}

function Said({ toast, isHeld, clock, onEnd, onDismiss }: SaidProps) {
  const t = useSignedInMessages();
  const end = useEffectEvent(onEnd);
  // Said anew, or let go: it has all of its time before it.
  useEffect(() => {
    if (isHeld) return;
    return clock.after(SHOWN_MS, () => end());
  }, [clock, isHeld]);
  return (
    <div className="toast">
      <div>
        <p className="toast-title">{toast.title}</p>
        <p className="soft small">{toast.next}</p>
      </div>
      <button type="button" className="toast-close" onClick={onDismiss}>
        <CrossIcon />
        <span className="visually-hidden">{t.toasts.dismiss}</span>
      </button>
    </div>
  );
}
