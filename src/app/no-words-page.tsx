/** Said when not even the words could be loaded, and so in every language at once. */
const SENTENCES = [
  ['en', 'ltr', 'This app could not be loaded. Check your connection and reload.'],
  ['es', 'ltr', 'No se pudo cargar la aplicación. Compruebe su conexión y vuelva a cargar.'],
  ['fr', 'ltr', 'L’application n’a pas pu être chargée. Vérifiez votre connexion et rechargez.'],
  ['ar', 'rtl', 'تعذّر تحميل التطبيق. تحقق من اتصالك ثم أعد التحميل.'],
] as const;

/** In place of the app, when the first thing it needs does not arrive. */
export function NoWordsPage() {
  return (
    <main id="content" className="page">
      <h1 className="page-title" lang="en">
        {document.title}
      </h1>
      <div role="alert">
        {SENTENCES.map(([code, direction, sentence]) => (
          <p key={code} lang={code} dir={direction}>
            {sentence}
          </p>
        ))}
      </div>
      <button type="button" className="button button-primary" aria-label="Reload" onClick={() => location.reload()}>
        <span aria-hidden="true">↻</span>
      </button>
    </main>
  );
}
