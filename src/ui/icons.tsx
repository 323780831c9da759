import {
  ArrowLeft,
  Check,
  ChevronRight,
  CircleQuestionMark,
  Clock,
  DoorClosed,
  type IconNode,
  KeyRound,
  Lock,
  LockOpen,
  RefreshCw,
  TriangleAlert,
  Warehouse,
  WifiOff,
  X,
} from 'lucide';
import { createElement } from 'react';

/** Lucide's drawings by our own names. They are decoration: the text beside them says it all. */
function iconOf(drawing: IconNode, className = 'icon') {
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
        {drawing.map(([shape, attributes], at) => createElement(shape, { ...attributes, key: at }))}
      </svg>
    );
  };
}

/** What points on, or back, points the other way where the writing does. */
const POINTING = 'icon icon-pointing';

export const UnitIcon = iconOf(Warehouse);
export const GateIcon = iconOf(DoorClosed);
export const LockIcon = iconOf(Lock);
export const TurningIcon = iconOf(KeyRound, 'icon icon-turning');
export const UnlockIcon = iconOf(LockOpen);
export const RefreshIcon = iconOf(RefreshCw);
export const BackIcon = iconOf(ArrowLeft, POINTING);
export const ChevronIcon = iconOf(ChevronRight, POINTING);
export const CheckIcon = iconOf(Check);
export const CrossIcon = iconOf(X);
export const QuestionIcon = iconOf(CircleQuestionMark);
export const ClockIcon = iconOf(Clock);
export const TroubleIcon = iconOf(TriangleAlert);
export const OfflineIcon = iconOf(WifiOff);
