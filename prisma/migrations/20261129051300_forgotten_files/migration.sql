-- AlterEnum
ALTER TYPE "import_state" ADD VALUE 'forgotten';
