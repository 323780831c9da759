import {
  ArrowLeft,
  Check,
  ChevronRight,
  CircleQuestionMark,
  CircleUserRound,
  Clock,
  DoorClosed,
  DoorOpen,
  History,
  type IconNode,
  RefreshCw,
  Star,
  TriangleAlert,
  Warehouse,
  WifiOff,
  X,
} from 'lucide';
import { createElement } from 'react';

/** Lucide icons. Decorative: each is next to a text. */
function createIcon(node: IconNode, className = 'icon') {
  return function Icon() {
    return (
      <svg
        className={className}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {node.map(([shape, attributes], at) => createElement(shape, { ...attributes, key: at }))}
      </svg>
    );
  };
}

/** Mirrored in right-to-left languages. */
const DIRECTIONAL = 'icon icon-pointing';

export const UnitIcon = createIcon(Warehouse);
export const GateIcon = createIcon(DoorClosed);
export const PinIcon = createIcon(Star);
export const RefreshIcon = createIcon(RefreshCw);
export const BackIcon = createIcon(ArrowLeft, DIRECTIONAL);
export const ChevronIcon = createIcon(ChevronRight, DIRECTIONAL);
export const CheckIcon = createIcon(Check);
export const CrossIcon = createIcon(X);
export const QuestionIcon = createIcon(CircleQuestionMark);
export const ClockIcon = createIcon(Clock);
export const TroubleIcon = createIcon(TriangleAlert);
export const OfflineIcon = createIcon(WifiOff);
export const AccountIcon = createIcon(CircleUserRound);
export const DoorsIcon = createIcon(DoorOpen);
export const ActivityIcon = createIcon(History);
