import type { LanguageCode } from '../../src/i18n/languages.ts';

/*
 * The messages that say whether a door moved. Copied by hand instead of read from the catalogues, so that a changed message
 * there fails tests until it is changed here too.
 */
export const SAFETY_SENTENCES = {
  en: {
    /** The part before the time. */
    opened: 'Opened at',
    /** Formatted for the test's locale: en-US, es-US, fr-CA, ar-US. */
    'opened at 6:07': 'Opened at 6:07 AM.',
    /** The part after the time. */
    over: 'The time to go through is over.',
    'already-open': 'The door is already open.',
    denied: 'Access denied. The door did not open.',
    jammed: 'The lock is jammed. The door did not open.',
    'not-answered': 'The lock did not answer.',
    expired: 'The command came too late, so it was refused. The door did not open.',
    unknown: 'We could not confirm that the door opened. Look at the door.',
    offline: 'Not sent: you are offline. The door was not opened, and nothing will be sent later.',
    'signed-out': 'Not opened: you had to sign in again. Press Open to open it now.',
    /** In the activity list. */
    listed: { opened: 'Opened', unknown: 'Not confirmed' },
  },
  es: {
    opened: 'Abierta (',
    'opened at 6:07': 'Abierta (6:07 a.m.).',
    over: 'El tiempo para pasar ha terminado.',
    'already-open': 'La puerta ya está abierta.',
    denied: 'Acceso denegado. La puerta no se abrió.',
    jammed: 'La cerradura está atascada. La puerta no se abrió.',
    'not-answered': 'La cerradura no respondió.',
    expired: 'La orden llegó demasiado tarde y por eso se rechazó. La puerta no se abrió.',
    unknown: 'No pudimos confirmar que la puerta se abrió. Mire la puerta.',
    offline: 'No enviada: no tiene conexión. La puerta no se abrió y no se enviará nada más tarde.',
    'signed-out': 'No abierta: tuvo que iniciar sesión de nuevo. Pulse Abrir para abrirla ahora.',
    listed: { opened: 'Abierta', unknown: 'Sin confirmar' },
  },
  fr: {
    opened: 'Ouverte à',
    'opened at 6:07': 'Ouverte à 6 h 07.',
    over: 'Le temps de passage est écoulé.',
    'already-open': 'La porte est déjà ouverte.',
    denied: 'Accès refusé. La porte ne s’est pas ouverte.',
    jammed: 'La serrure est coincée. La porte ne s’est pas ouverte.',
    'not-answered': 'La serrure n’a pas répondu.',
    expired: 'La commande est arrivée trop tard et a donc été refusée. La porte ne s’est pas ouverte.',
    unknown: 'Nous n’avons pas pu confirmer que la porte s’est ouverte. Regardez la porte.',
    offline: 'Non envoyée : vous êtes hors ligne. La porte n’a pas été ouverte, et rien ne sera envoyé plus tard.',
    'signed-out': 'Non ouverte : vous avez dû vous reconnecter. Appuyez sur Ouvrir pour l’ouvrir maintenant.',
    listed: { opened: 'Ouverte', unknown: 'Non confirmée' },
  },
  ar: {
    opened: 'تم فتح الباب في',
    'opened at 6:07': 'تم فتح الباب في \u20686:07 ص\u2069.',
    over: 'انتهى وقت الدخول.',
    'already-open': 'الباب مفتوح بالفعل.',
    denied: 'رُفض الدخول. لم ينفتح الباب.',
    jammed: 'القفل عالق. لم ينفتح الباب.',
    'not-answered': 'لم يستجب القفل.',
    expired: 'وصل الأمر بعد فوات الوقت، فرُفض. لم ينفتح الباب.',
    unknown: 'لم نتمكن من تأكيد أن الباب انفتح. انظر إلى الباب.',
    offline: 'لم يُرسل: أنت غير متصل بالإنترنت. لم يُفتح الباب، ولن يُرسل أي شيء لاحقًا.',
    'signed-out': 'لم يُفتح: كان عليك تسجيل الدخول مرة أخرى. اضغط «افتح» لفتحه الآن.',
    listed: { opened: 'تم الفتح', unknown: 'غير مؤكد' },
  },
} as const satisfies Record<LanguageCode, object>;
