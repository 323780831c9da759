import { createRoot } from 'react-dom/client';

/* React, and as little else as shows something. */
const root = document.getElementById('root');
if (root) createRoot(root).render(<p>One line of text.</p>);
