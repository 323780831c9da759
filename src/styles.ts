/* The looks of every page, in the order in which they are laid over each other. */
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/parts.css';
import './ui/styles/frame.css';
import './ui/styles/feedback.css';
import './ui/styles/start.css';
import './access/access.css';
