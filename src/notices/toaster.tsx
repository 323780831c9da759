import './toaster.css';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useSignedInMessages } from '#i18n';
import { type Platform, yieldToMain } from '#platform';
import { CrossIcon } from '#ui';
import { createToastList, type Toast, type ToastList } from './toast-list.ts';

/** Long enough to read two sentences twice. Ms. */
const SHOWN_MS = 8_000;

const toasts = createToastList();
let root: Root | null = null;

/** Shows a toast in its own React root, so that it stays when the page changes. */
export function mountToaster(platform: Platform, toast: Toast): void {
  if (!root) {
    const host = document.createElement('div');
    document.body.append(host);
    root = createRoot(host);
    root.render(<Toaster toasts={toasts} platform={platform} />);
  }
  // Screen readers announce changes in a live region, but not its initial content.
  void yieldToMain(platform.clock).then(() => toasts.add(toast));
}

type ToasterPlatform = Pick<Platform, 'clock' | 'focus'>;

/** The live region of the toasts. They close by themselves, except while hovered or focused (WCAG 2.2.1). */
export function Toaster({ toasts, platform }: { readonly toasts: ToastList; readonly platform: ToasterPlatform }) {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.list);
  const [isHeld, setHeld] = useState(false);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div
      className="toasts"
      role="status"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {shown.map((toast) => (
        <ToastItem
          key={toast.id}
          toast={toast}
          isHeld={isHeld}
          clock={platform.clock}
          onEnd={() => toasts.remove(toast.cause)}
          onDismiss={() => {
            release();
            toasts.remove(toast.cause);
            focusPage(platform);
          }}
        />
      ))}
    </div>
  );
}

type ItemProps = {
  readonly toast: Toast;
  readonly isHeld: boolean;
  readonly clock: Platform['clock'];
  readonly onEnd: () => void;
  readonly onDismiss: () => void;
};

/** Moves the focus to the page's heading, because the focused button is removed with its toast. */
function focusPage({ focus }: ToasterPlatform) {
  focus(document.querySelector<HTMLElement>('#content h1'), { preventScroll: true });
}

function ToastItem({ toast, isHeld, clock, onEnd, onDismiss }: ItemProps) {
  const t = useSignedInMessages();
  const end = useEffectEvent(onEnd);
  // The time starts again when the hover or the focus ends.
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
