import type { MessageFormat } from '../../locale-format.ts';
import type { BaseCatalogue } from './en.ts';

export const catalogue = (format: MessageFormat): BaseCatalogue => ({
  app: {
    documentTitle: ({ page, brand }) => `${page} – ${brand}`,
    skipToContent: 'Aller au contenu',
    loading: 'Chargement…',
    crashedTitle: 'Un problème est survenu dans cette application',
    crashedBody: 'C’est notre faute, pas la vôtre. Cela n’a ouvert aucune porte. Rechargez la page pour continuer.',
    reload: 'Recharger',
    troubleTitle: 'Le service est injoignable pour le moment',
    troubleBody: 'Il se peut que les portes s’ouvrent encore. Nous continuons de vérifier ; prochain essai dans',
    help: 'Aide',
    offlineTitle: 'Vous êtes hors ligne',
    offlineBody:
      'Aucune porte ne peut être ouverte d’ici avant le retour de la connexion. Rien ne sera envoyé tout seul.',
    language: 'Langue',
    languageLost: 'Cette langue n’a pas pu être chargée. Vérifiez votre connexion et choisissez-la à nouveau.',
  },
  config: {
    brokenTitle: 'Cette application est mal configurée',
    brokenBody: 'L’exploitant doit corriger config.json :',
    wholeFile: 'config.json',
    missingTitle: 'L’application n’a pas pu démarrer',
    missingBody: 'Sa configuration n’a pas pu être chargée. Vérifiez votre connexion et réessayez.',
    missingStatus: ({ status }) => `Le serveur a répondu ${status} pour config.json.`,
    retry: 'Réessayer',
  },
  support: {
    heading: 'Besoin d’aide ?',
    call: ({ number }) => `Appeler le ${number}`,
    text: ({ number }) => `SMS au ${number}`,
    email: ({ address }) => `Écrire à ${address}`,
    more: 'Plus d’aide',
  },
  banner: {
    tooMany: 'Trop de tentatives.',
    tryAgainIn: 'Réessayez dans',
    over: 'Vous pouvez réessayer maintenant.',
  },
  legal: {
    terms: 'Conditions d’utilisation',
    privacy: 'Confidentialité',
    imprint: 'Mentions légales',
  },
  problems: {
    network: 'Pas de connexion au serveur. Vérifiez votre réseau et réessayez. Ce que vous avez saisi est toujours là.',
    timeout: 'Le serveur a mis trop de temps à répondre. Réessayez.',
    unavailable: 'Le système du centre a un problème en ce moment. Réessayez dans un instant.',
    trouble:
      'Le service est injoignable pour le moment. Nous continuons de vérifier ; réessayez quand l’avis ci-dessus aura disparu.',
    unsupported: 'Ce n’est pas disponible ici. Demandez au centre comment faire autrement.',
    rejected: 'Cela n’a pas fonctionné, et ce n’est pas votre faute. Réessayez ou contactez le centre.',
    conflict: 'Il y a eu un conflit avec autre chose. Réessayez.',
    malformed: 'La réponse du serveur est incompréhensible. Réessayez dans un instant ou contactez le centre.',
    forbidden: 'Vous n’y avez pas accès. Si vous devriez l’avoir, contactez le centre.',
    notFound: 'Ce n’est plus là. Actualisez vos portes.',
    invalid: 'Le serveur n’a pas accepté cela. Vérifiez votre saisie et réessayez.',
    unauthenticated: 'Vous êtes déconnecté. Veuillez vous reconnecter.',
    rateLimited: 'Trop de tentatives. Réessayez à la fin du compte à rebours.',
    serverSaid: 'Le serveur a répondu :',
    retry: 'Réessayer',
    checksAgain: ({ left }) => `Nouvel essai dans ${left}`,
  },
  signIn: {
    phoneTitle: 'Se connecter',
    phoneIntro: 'Nous vous enverrons un code par SMS pour vérifier que ce numéro est le vôtre.',
    country: 'Pays',
    phoneNumber: 'Numéro de téléphone',
    phoneHint: 'Le numéro que votre centre a enregistré.',
    sendCode: 'Envoyer le code',
    sendingCode: 'Envoi du code…',
    haveCode: 'J’ai déjà un code',
    errors: {
      empty: 'Saisissez votre numéro de téléphone.',
      letters: 'Un numéro de téléphone ne contient que des chiffres. Vérifiez votre saisie.',
      tooShort: ({ country }) => `Ce numéro est trop court pour ce pays (${country}). Ajoutez les chiffres manquants.`,
      tooLong: ({ country }) =>
        `Ce numéro est trop long pour ce pays (${country}). Vérifiez-le ou choisissez un autre pays.`,
      invalid: ({ country }) =>
        `Ce n’est pas un numéro de téléphone de ce pays (${country}). Vérifiez-le ou choisissez un autre pays.`,
      loading:
        'Nous n’avons pas pu charger les règles de numérotation de ce pays. Vérifiez votre connexion et réessayez.',
      unknownNumber:
        'Aucun locataire n’a ce numéro de téléphone. Vérifiez le numéro et le pays, ou demandez au centre quel numéro il a enregistré.',
      stillLimited:
        'Trop de codes ont été demandés avec ce numéro. Attendez la fin du compte à rebours ou utilisez un autre numéro.',
    },
    expired:
      'Vous avez été déconnecté. Reconnectez-vous et vous reviendrez là où vous étiez. Aucune porte n’a été ouverte.',
    rejectedTitle: 'Se connecter ne sert à rien pour le moment',
    rejectedBody:
      'Vous vous êtes connecté, et le système du centre l’a aussitôt refusé de nouveau. Un autre code n’y changerait rien. Aucune porte n’a été ouverte. Veuillez contacter le centre.',
    tryAnyway: 'Réessayer quand même',
    codeTitle: 'Saisissez le code',
    codeSentTo: ({ number }) => `Nous avons envoyé un code à 6 chiffres au ${number}`,
    code: 'Code de vérification',
    codeHint: 'Saisissez ou collez les 6 chiffres.',
    codeLife: ({ left }) => `Le code est encore valable ${left}.`,
    codeExpired: 'Le code a expiré. Demandez-en un nouveau.',
    verify: 'Vérifier',
    verifying: 'Vérification du code…',
    resend: 'Renvoyer le code',
    resendIn: ({ left }) => `Vous pourrez demander un autre code dans ${left}.`,
    resent: 'Un nouveau code est en route. L’ancien ne fonctionne plus.',
    changeNumber: 'Changer de numéro',
    enterAgain:
      'La page a été rechargée. Pour votre sécurité, le code n’est pas conservé : saisissez-le encore une fois pour choisir votre compte.',
    codeErrors: {
      incomplete: ({ digits }) => `Saisissez les ${format.number(digits)} chiffres du code.`,
      digits: 'Le code ne contient que des chiffres.',
      wrong: 'Ce code est faux ou a expiré. Vérifiez le dernier message ou demandez un nouveau code.',
    },
    accountTitle: 'Choisissez un compte',
    accountIntro: 'Ce numéro a plusieurs comptes.',
    choosing: 'Connexion en cours…',
    backToCode: 'Retour au code',
  },
});
