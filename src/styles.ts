/* In cascade order. */
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/parts.css';
import './ui/styles/frame.css';
import './ui/styles/topbar.css';
import './ui/styles/feedback.css';
import './ui/styles/start.css';
import './access/access.css';
