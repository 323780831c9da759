import { createRoot } from 'react-dom/client';

/* React with a minimal component. */
const root = document.getElementById('root');
if (root) createRoot(root).render(<p>One line of text.</p>);
