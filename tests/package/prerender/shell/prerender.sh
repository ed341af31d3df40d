# The static part of a timeline, put between the top and the bottom of a page.
set -e
npx plan-widgets render timeline --topic transport --lang zh --shadow > part.new
mv part.new part.html
cat top.html part.html bottom.html > index.html
mkdir -p plan-widgets
cp -R node_modules/plan-widgets/dist/. plan-widgets
