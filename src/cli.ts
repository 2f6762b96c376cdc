import { Command, CommanderError } from 'commander';
import { addBackupCommands } from './cli/backup-commands.ts';
import { addImportCommand } from './cli/import-command.ts';
import { addMaintenanceCommands } from './cli/maintenance-commands.ts';
import { addOfficeCommands } from './cli/office-commands.ts';
import { PlainError } from './cli/plain-error.ts';
import { addSampleCommands } from './cli/sample-commands.ts';
import { addSelectionCommand } from './cli/selection-command.ts';
import { addTokenCommands } from './cli/token-commands.ts';
import { addUserCommands } from './cli/user-commands.ts';

/** The command line: npm run gawangan -- <command>. Works beside a running server, on the same database. */
const program = new Command('gawangan')
  .description('Perintah untuk pengelola Gawangan / commands for whoever looks after Gawangan')
  .helpOption('-h, --help', 'tampilkan bantuan / show help')
  .helpCommand(false)
  .showHelpAfterError('(tambahkan --help untuk bantuan / add --help for help)')
  .exitOverride();

addOfficeCommands(program);
addUserCommands(program);
addTokenCommands(program);
addMaintenanceCommands(program);
addImportCommand(program);
addBackupCommands(program);
addSampleCommands(program);
addSelectionCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already said what is wrong with the words given; asking for help is no error.
  if (error instanceof CommanderError) process.exitCode = error.code === 'commander.helpDisplayed' ? 0 : 2;
  else {
    process.exitCode = 1;
    console.error(error instanceof PlainError ? error.message : error);
  }
}
